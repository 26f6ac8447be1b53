#if canImport(Darwin)
  internal import Darwin
#elseif canImport(Musl)
  internal import Musl
#else
  internal import Glibc
#endif

/// A lock with one condition to wait for, over POSIX threads.
///
/// Swift's own concurrency would start a pool of threads and load a library for it, which a run over
/// one short draft would pay for.
final class Lock: @unchecked Sendable {
  // Both must stay where they were made, so they live in memory of their own.
  /// The lock.
  private let mutex = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
  /// What waiting threads are told through.
  private let condition = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)

  /// Makes an open lock.
  init() {
    pthread_mutex_init(mutex, nil)
    pthread_cond_init(condition, nil)
  }

  deinit {
    pthread_cond_destroy(condition)
    pthread_mutex_destroy(mutex)
    condition.deallocate()
    mutex.deallocate()
  }

  /// Waits until no other thread holds the lock, and holds it.
  func lock() { pthread_mutex_lock(mutex) }

  /// Lets the lock go.
  func unlock() { pthread_mutex_unlock(mutex) }

  /// Lets the lock go until another thread calls ``wakeAll()``, and holds it again; may return early.
  func wait() { pthread_cond_wait(condition, mutex) }

  /// Wakes all threads that wait.
  func wakeAll() { pthread_cond_broadcast(condition) }
}
