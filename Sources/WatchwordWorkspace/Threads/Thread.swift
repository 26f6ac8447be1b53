#if canImport(Darwin)
  internal import Darwin
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Glibc
#endif

/// A thread of the operating system.
struct Thread {
  /// The bytes of a stack, as much as a main thread has; some systems would give a fraction of it.
  private static let stackSize = 8 * 1_048_576

  /// What a thread is to do, kept until it has begun.
  private final class Task {
    /// The work.
    let body: @Sendable () -> Void
    /// Keeps the work.
    init(_ body: @escaping @Sendable () -> Void) { self.body = body }
  }

  /// The thread.
  private let name: pthread_t

  /// Starts a thread; nil where the system has none left.
  init?(_ body: @escaping @Sendable () -> Void) {
    let attributes = UnsafeMutablePointer<pthread_attr_t>.allocate(capacity: 1)
    pthread_attr_init(attributes)
    defer {
      pthread_attr_destroy(attributes)
      attributes.deallocate()
    }
    pthread_attr_setstacksize(attributes, Self.stackSize)
    let task = Unmanaged.passRetained(Task(body))
    #if canImport(Darwin)
      var started: pthread_t?
      let status = pthread_create(
        &started,
        attributes,
        { argument in
          Unmanaged<Task>.fromOpaque(argument).takeRetainedValue().body()
          return nil
        },
        task.toOpaque()
      )
      guard status == 0, let started else {
        task.release()
        return nil
      }
    #else
      var started = pthread_t()
      let status = pthread_create(
        &started,
        attributes,
        { argument in
          if let argument { Unmanaged<Task>.fromOpaque(argument).takeRetainedValue().body() }
          return nil
        },
        task.toOpaque()
      )
      guard status == 0 else {
        task.release()
        return nil
      }
    #endif
    name = started
  }

  /// Waits for the thread's end.
  func join() { pthread_join(name, nil) }

  /// How many processors the machine has, at least one.
  static var processorCount: Int {
    max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN))))
  }
}
