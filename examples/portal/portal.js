/**
 * What a portal may do with the widget: ask from its own buttons, switch the language, hear events.
 *
 * Commands may be queued before the widget's script has loaded; afterwards `Yingbin` is the widget.
 */

window.Yingbin = window.Yingbin || [];

const list = document.getElementById("events");

for (const name of ["ready", "opened", "closed", "message", "error"]) {
  window.Yingbin.push([
    "on",
    name,
    (detail) => {
      const line = document.createElement("li");
      // Words of the conversation are text, never markup.
      line.textContent = detail ? `${name}: ${JSON.stringify(detail)}` : name;
      list.append(line);
    },
  ]);
}

for (const button of document.querySelectorAll("[data-question]")) {
  button.addEventListener("click", () => window.Yingbin.push(["send", button.dataset.question]));
}

document.getElementById("english").addEventListener("click", () => {
  window.Yingbin.push(["setLanguage", "en"]);
  window.Yingbin.push(["open"]);
});
