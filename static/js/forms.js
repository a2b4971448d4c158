// Forms: one press sends once; the list of faults is read out first; a confirmation can be closed without sending.
// The server keeps its own guard against double posts, so nothing depends on this file.
(() => {
  "use strict";
  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (form.method !== "post") return;
    if (form.dataset.sent) {
      event.preventDefault();
      return;
    }
    form.dataset.sent = "yes";
    form.setAttribute("aria-busy", "true");
  });

  // Coming back by the browser's own history shows the page as it was left: let it be sent again.
  window.addEventListener("pageshow", () => {
    for (const form of document.querySelectorAll("form[data-sent]")) {
      delete form.dataset.sent;
      form.removeAttribute("aria-busy");
    }
  });

  for (const button of document.querySelectorAll("[data-close]")) button.hidden = false;
  document.addEventListener("click", (event) => {
    const button = event.target.closest("[data-close]");
    if (!button) return;
    const asked = button.closest("details");
    asked.open = false;
    asked.querySelector("summary").focus();
  });

  const faults = document.querySelector("[data-summary]");
  if (faults) faults.focus();
})();
