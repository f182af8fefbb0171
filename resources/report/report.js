// Opens images large, and lights up spans with the marks that they are linked with.
const dialog = document.querySelector("dialog");
for (const frame of document.querySelectorAll(".images .frame")) {
  frame.addEventListener("click", () => {
    const large = frame.cloneNode(true);
    large.addEventListener("click", () => dialog.close());
    dialog.replaceChildren(large);
    dialog.showModal();
  });
}
const light = (names, on) => {
  for (const name of names.split(" ").filter(Boolean)) {
    for (const each of document.querySelectorAll(`[data-of~="${name}"]`)) each.classList.toggle("lit", on);
  }
};
for (const each of document.querySelectorAll("[data-of]")) {
  const names = () => each.dataset.of;
  each.addEventListener("mouseenter", () => light(names(), true));
  each.addEventListener("mouseleave", () => light(names(), false));
  each.addEventListener("focus", () => light(names(), true));
  each.addEventListener("blur", () => light(names(), false));
}
