/* Links, pictures and headings that are not published, as ideas_hub/reading/refusals.py and links.py name them.  What a link leads to
   within the hub is looked at when the text arrives, and so are the marks that a file may have: a typed story has none. */
var ideasHub = ideasHub || {};

ideasHub.rules = (ideasHub.rules || []).concat((tools) => {
  "use strict";

  const { constants, filled, excerpt, strip, isWhole, matchAt, problem } = tools, c = constants.links, m = constants.markdown, r = constants.refusals;
  const { HALF_LINK, IGNORED_BY_BROWSERS } = ideasHub.prose;

  /* Returns the address that one with percent signs stands for. */
  function unquoted(address) {
    try {
      return decodeURIComponent(address);
    } catch {
      return address;
    }
  }

  /* Returns what is wrong with a target, and what to write; nothing if it may stand. */
  function faultOf(target) {
    const [, scheme] = matchAt(c.SCHEME, target.replace(IGNORED_BY_BROWSERS, "")) || [];
    if (!scheme) return (c.NO_FILES.find(([pattern]) => matchAt(pattern, target)) || []).slice(1);
    if (!c.SCHEMES.includes(scheme.toLowerCase())) return c.OTHER_KIND;
    if (!/^https?$/i.test(scheme)) return [];
    const through = target.includes("http", 1) && matchAt(c.LED_THROUGH, target);
    if (through) {
      const real = through.groups.in_path || unquoted(through.groups.in_query);
      return [c.LEADS_THROUGH[0], filled(c.LEADS_THROUGH[1], { real: excerpt(real, c.LONGEST_ADDRESS) })];
    }
    return isWhole(c.WEB_ADDRESS, target) ? [] : c.NOT_WHOLE;
  }

  /* Returns what is found of a link, what is wrong with it and what to write; nothing if it may stand. */
  function linkFault({ value: { type, target: written } }, before, body) {
    const mayBeHalf = type === "Bare" && before && before.kind === "text" && HALF_LINK.test(before.value);
    const isHalf = mayBeHalf && !body.slice(Math.max(0, before.start - 1), before.end).includes("\\");
    if (type === "Email" || isHalf) return []; // half a link is a mistake of its own
    if (type === "Misread") return [written, filled(r.RUNS_INTO_MARKS[0], { found: excerpt(written) }), r.RUNS_INTO_MARKS[1]];
    const target = strip(written), [fault, fix] = faultOf(target);
    return fault ? [written, filled(c.FAULT, { target: excerpt(target), fault }), fix] : [];
  }

  function find({ body, parsed: { events, limit } }) {
    if (limit) {
      const [message, fix] = limit.name === "depth" ? [m.TOO_DEEP, m.FEWER_STEPS] : [m.TOO_MANY_PARTS, m.SPLIT_IT];
      return [problem({ line: limit.line, message, fix, rule: r.TOO_DEEP })];
    }
    const problems = [];
    events.forEach((event, place) => {
      const { kind, name, value, line } = event;
      if (kind !== "open") return;
      const fault = name === "Link" ? linkFault(event, events[place - 1], body) : name === "Image" ? [value.target, ...r.PICTURE]
        : name === "Heading" && value.level === 1 ? [strip(body.slice(event.start, event.end)), ...r.TITLE_AGAIN] : [];
      if (fault.length) problems.push(problem({ line, found: excerpt(fault[0]), message: fault[1], fix: fault[2], rule: r.NOT_PUBLISHED }));
    });
    return problems;
  }

  return { order: 0, name: "links-and-pictures", find };
});
