// Takes what changed from the same page, asked again, whenever the registry says that there is news. Without this script the
// page is the same; only reloading is by hand then.
"use strict";
(() => {
  const main = document.getElementById("content");
  const told = document.getElementById("told");
  let isBusy = false;
  let isAsked = false;

  const parts = (page) => [...page.querySelectorAll(".live")];
  const handles = (part) => [...part.querySelectorAll("a[href],[tabindex]")];
  const name = (element) => element.getAttribute("href") ?? element.getAttribute("aria-label");

  function replace(part, fresh) {
    const focused = part.contains(document.activeElement) ? document.activeElement : null;
    const place = focused ? handles(part).indexOf(focused) : -1;
    const moved = [...part.querySelectorAll(".scroll")].map((it) => [it.scrollLeft, it.scrollTop]);
    part.replaceChildren(...fresh.childNodes);
    part.querySelectorAll(".scroll").forEach((it, i) => moved[i] && it.scrollTo(...moved[i]));
    if (focused) {
      const after = handles(part);
      const same = after.filter((it) => name(it) === name(focused));
      (same.includes(after[place]) ? after[place] : same[0] ?? main).focus({ preventScroll: true });
    }
  }

  async function refresh() {
    isAsked = true;
    if (isBusy) return;
    isBusy = true;
    try {
      while (isAsked) {
        isAsked = false;
        const answer = await fetch(location.href, { headers: { Accept: "text/html" } });
        if (!answer.ok) return;
        const page = new DOMParser().parseFromString(await answer.text(), "text/html");
        const fresh = parts(page);
        parts(document).forEach((part, i) => fresh[i] && replace(part, fresh[i]));
        told.textContent = "Updated at " + new Date().toISOString().slice(11, 19) + " UTC.";
      }
    } catch {
      // The registry is away; the next news asks again.
    } finally {
      isBusy = false;
    }
  }

  const source = new EventSource("/ui/changes?since=" + encodeURIComponent(main.dataset.state));
  source.addEventListener("change", refresh);
  addEventListener("pagehide", () => source.close());
})();
