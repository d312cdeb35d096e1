for (const button of document.querySelectorAll('.copy')) {
  button.addEventListener('click', () => {
    navigator.clipboard?.writeText(button.previousElementSibling.textContent);
    button.textContent = 'copied';
    setTimeout(() => (button.textContent = 'copy'), 1500);
  });
}
for (const chip of document.querySelectorAll('.chip')) {
  chip.addEventListener('click', () => {
    const on = chip.getAttribute('aria-pressed') !== 'true';
    document.querySelectorAll('.chip').forEach(other => other.setAttribute('aria-pressed', String(on && other === chip)));
    document.querySelectorAll('.incident, .incident-row').forEach(card => (card.hidden = on && card.dataset.owner !== chip.dataset.owner));
  });
}
