"""Draws growth curves as SVG, with nothing but text."""

import math

from benchmark import report

WIDTH, HEIGHT, GAP, LEFT, TOP, BOTTOM = 300, 200, 40, 56, 34, 40
INK, LINE, FAINT = "#333", "#1f6f8b", "#ccc"


def write(source, target):
    """Draws the curves of a JSON file."""
    curves = report.read(source).get("growth")
    if not curves:
        raise SystemExit(f"script/bench: {source} holds no curves; measure with --growth --json {source}")
    panels = [
        ("Text of one draft", "MB", "seconds", [(x / 1e6, y) for x, y in curves["text"]], False),
        ("Phrases in a pack", "phrases", "seconds", curves["phrases"], True),
        ("Threads", "threads", "times one", curves["threads"], False),
    ]
    step = WIDTH + LEFT + GAP
    total = step * len(panels)
    body = "".join(panel(index * step + LEFT, *part) for index, part in enumerate(panels))
    with open(target, "w") as file:
        file.write(
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {total} {TOP + HEIGHT + BOTTOM + 10}" '
            f'font-family="sans-serif" font-size="12" fill="{INK}">\n'
            f'<title>Time against text, phrases and threads</title>\n<rect width="100%" height="100%" fill="#fff"/>\n'
            f'{body}</svg>\n')


def label(value):
    """A number for an axis."""
    return f"{value:,.0f}" if value >= 10 or value == int(value) else f"{value:.2g}"


def panel(left, title, across, up, points, is_logarithmic):
    """One curve with its axes; both begin at nought, but for a logarithmic one."""
    scale = math.log10 if is_logarithmic else float
    low = scale(points[0][0]) if is_logarithmic else 0.0
    high = scale(points[-1][0])
    most = max(y for _, y in points) * 1.15

    def place(x, y):
        return left + (scale(x) - low) / ((high - low) or 1) * WIDTH, TOP + HEIGHT - y / most * HEIGHT

    parts = [f'<text x="{left}" y="18" font-weight="bold">{title}</text>\n']
    for share in (0, 0.5, 1):
        y = TOP + HEIGHT - share / 1.15 * HEIGHT
        parts.append(f'<path d="M{left} {y:.1f}H{left + WIDTH}" stroke="{FAINT}"/>\n')
        parts.append(f'<text x="{left - 6}" y="{y + 4:.1f}" text-anchor="end">{label(share * most / 1.15)}</text>\n')
    corners = [place(x, y) for x, y in points]
    parts.append('<path d="M' + "L".join(f"{x:.1f} {y:.1f}" for x, y in corners)
                 + f'" fill="none" stroke="{LINE}" stroke-width="2"/>\n')
    labelled = left - 100.0
    for (x, y), (number, _) in zip(corners, points):
        parts.append(f'<circle cx="{x:.1f}" cy="{y:.1f}" r="3" fill="{LINE}"/>\n')
        # Labels must not run into each other.
        if x - labelled < 36:
            continue
        labelled = x
        parts.append(f'<text x="{x:.1f}" y="{TOP + HEIGHT + 16}" text-anchor="middle">{label(number)}</text>\n')
    parts.append(f'<text x="{left + WIDTH / 2}" y="{TOP + HEIGHT + 34}" text-anchor="middle">{across}</text>\n')
    parts.append(f'<text x="{left + WIDTH}" y="18" text-anchor="end">{up}</text>\n')
    return "".join(parts)
