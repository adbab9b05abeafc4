/** "Usar dónde estoy": asks the telephone, only when pressed. */
export function offerHere(form: HTMLFormElement): void {
  const button = form.querySelector<HTMLButtonElement>("[data-here]");
  if (!button || !("geolocation" in navigator) || !window.isSecureContext) return;
  button.hidden = false;
  button.addEventListener("click", () => {
    button.disabled = true;
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => {
        put(form, "lat", coords.latitude);
        put(form, "long", coords.longitude);
        const place = form.querySelector<HTMLInputElement>("#place");
        const point = `${coords.latitude.toFixed(5)}, ${coords.longitude.toFixed(5)}`;
        if (place && place.value === "") place.value = point;
        button.disabled = false;
        button.setAttribute("aria-pressed", "true");
      },
      () => {
        button.disabled = false;
      },
      { enableHighAccuracy: true, timeout: 15_000 },
    );
  });
}

function put(form: HTMLFormElement, name: string, degrees: number): void {
  const field = form.querySelector<HTMLInputElement>(`input[name=${name}]`);
  // Six digits are about 10 cm.
  if (field) field.value = degrees.toFixed(6);
}
