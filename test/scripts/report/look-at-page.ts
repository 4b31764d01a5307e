/** What a reader would see of a page; each function runs inside the browser and stands alone. */

/** What sticks out of the screen or of its drawing to the right or left. */
export function overflowing(): string[] {
  const { clientWidth, scrollWidth } = document.documentElement;
  const wide = [...document.querySelectorAll('body *')].filter((element) => {
    const { left, right } = element.getBoundingClientRect();
    return left < -0.5 || right > clientWidth + 0.5;
  });
  const told = wide.map((element) => `${element.tagName} ${element.textContent?.slice(0, 30)}`);
  return scrollWidth > clientWidth ? ['the page scrolls sideways', ...told] : told;
}

/** Groups of marks in which nothing can be seen, and charts without marks or size, by section. */
export function emptyCharts(): string[] {
  return [...document.querySelectorAll('svg')].flatMap((svg) => {
    const section = svg.closest('section')?.id;
    const { width, height } = svg.getBoundingClientRect();
    if (width < 100 || height < 50) return [`${section}: ${width} × ${height}`];
    const groups = [...svg.querySelectorAll('g[class]')];
    const isSeen = (group: Element) =>
      [...group.querySelectorAll('path, rect, circle, line, text')].some((mark) => {
        const box = mark.getBoundingClientRect();
        return box.width > 0 || box.height > 0;
      });
    if (groups.length === 0) return [`${section}: no marks`];
    return groups.filter((group) => !isSeen(group)).map((group) => `${section}: ${group.getAttribute('class')}`);
  });
}

/** Text that is fainter than a contrast of 4.5 against what lies behind it (WCAG 2.2, 1.4.3), or smaller than 10 pixels. */
export function unreadable(): string[] {
  type Colour = readonly [red: number, green: number, blue: number, alpha: number];
  const parse = (text: string): Colour => {
    const [red = 0, green = 0, blue = 0, alpha = 1] = (text.match(/[\d.]+/g) ?? []).map(Number);
    return [red, green, blue, text === 'none' ? 0 : alpha];
  };
  const over = ([r, g, b, a]: Colour, [red, green, blue]: Colour): Colour => {
    const mix = (top: number, below: number) => a * top + (1 - a) * below;
    return [mix(r, red), mix(g, green), mix(b, blue), 1];
  };
  const luminance = (colour: Colour) => {
    const [red = 0, green = 0, blue = 0] = colour.map((each) => {
      const share = each / 255;
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const contrast = (one: Colour, other: Colour) => {
    const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
    return (light + 0.05) / (dark + 0.05);
  };
  /** From the page up to the text, every ground that is painted there. */
  const groundBehind = (element: Element): Colour => {
    const { left, top, width, height } = element.getBoundingClientRect();
    const layers = document.elementsFromPoint(left + width / 2, top + height / 2).reverse();
    return layers.reduce<Colour>(
      (below, layer) => {
        const style = getComputedStyle(layer);
        if (!layer.matches('svg *')) return over(parse(style.backgroundColor), below);
        if (!layer.matches('rect, circle, path')) return below;
        const [red, green, blue, alpha] = parse(style.fill);
        return over([red, green, blue, alpha * Number(style.fillOpacity)], below);
      },
      [255, 255, 255, 1],
    );
  };
  const written = [...document.querySelectorAll('body *')].filter(
    (element) =>
      element.matches('text, tspan, :not(svg *)') &&
      [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.textContent?.trim()),
  );
  return written.flatMap((element) => {
    const style = getComputedStyle(element);
    const ground = groundBehind(element);
    const ratio = contrast(over(parse(element.matches('svg *') ? style.fill : style.color), ground), ground);
    const svg = element.closest('svg');
    const zoom = svg ? svg.getBoundingClientRect().width / svg.viewBox.baseVal.width : 1;
    const size = zoom * Number.parseFloat(style.fontSize);
    return ratio >= 4.5 && size >= 10 ? [] : [`"${element.textContent}" ${ratio.toFixed(2)}, ${size.toFixed(1)} px`];
  });
}

/** Straight pieces of the path that a group of marks draws. */
export function piecesOf(group: SVGGElement): number {
  return group.querySelector('path')?.getAttribute('d')?.match(/[LHV]/g)?.length ?? 0;
}

/** Where a group's first mark stands, in the scale that its chart's axes show: from the labels of two ticks to the mark's middle. */
export function placeOf(group: SVGGElement): { readonly x: number; readonly y: number } {
  const middle = (element: Element) => {
    const { left, top, width, height } = element.getBoundingClientRect();
    return { x: left + width / 2, y: top + height / 2 };
  };
  const onAxis = (axis: 'x' | 'y') => {
    const labels = [...(group.ownerSVGElement?.querySelectorAll(`g[aria-label="${axis}-axis tick label"] text`) ?? [])];
    const ticks = labels.map((label) => ({ at: middle(label)[axis], value: read(label.textContent ?? '') }));
    const [first, last] = [ticks[0], ticks.at(-1)];
    if (!first || !last) throw new Error(`no ${axis} axis`);
    const place = middle(group.querySelector('path, line, circle') as Element)[axis];
    return first.value + ((place - first.at) / (last.at - first.at)) * (last.value - first.value);
  };
  const read = (label: string) => {
    const number = Number.parseFloat(label.replace('−', '-'));
    return number * (label.endsWith('K') ? 1000 : label.endsWith('%') ? 0.01 : 1);
  };
  return { x: onAxis('x'), y: onAxis('y') };
}
