// Area codes of three digits, and the four-digit ones that share their first three: Argentina's national
// numbering plan (ENACOM), as libphonenumber lists it. Everything else has four digits; Buenos Aires has "11".
const THREE_DIGITS = new Set(
  (
    "220 221 223 230 236 237 249 260 261 263 264 266 280 291 294 297 298 299 336 341 342 343 345 348 351 " +
    "353 358 362 364 370 376 379 380 381 383 385 387 388"
  ).split(" "),
);
const FOUR_DIGITS = new Set(
  (
    "2202 2302 2362 2604 2622 2624 2625 2626 2646 2647 2648 2651 2655 2656 2657 2658 2902 2945 2946 2948 2982 2983 3327 " +
    "3329 3482 3483 3487 3489 3521 3522 3524 3525 3532 3533 3537 3582 3583 3584 3585 3715 3721 3725 3731 " +
    "3734 3735 3741 3743 3751 3754 3755 3756 3757 3758 3772 3773 3774 3775 3777 3781 3782 3786 3821 3825 " +
    "3826 3827 3832 3835 3837 3838 3841 3843 3844 3845 3846 3854 3855 3856 3857 3858 3861 3862 3863 3865 " +
    "3867 3868 3869 3873 3876 3877 3878 3885 3886 3887 3888 3891 3892 3894"
  ).split(" "),
);

/**
 * `+543483550142`, `3483550142` → `+54 3483 55-0142`; `+5493483550142` keeps the mobile 9. What is not a full
 * Argentine number (a short code, an abroad number, words) comes back as it is: better whole than wrongly cut.
 */
export function formatPhone(raw: string): string {
  const match = /^(?:\+?54(9?))?([123]\d{9})$/.exec(raw.replace(/[\s().-]/g, ""));
  if (!match) return raw;
  const [, mobile = "", national = ""] = match;
  const area = national.slice(0, areaLength(national));
  const local = national.slice(area.length);
  return `+54 ${mobile ? "9 " : ""}${area} ${local.slice(0, -4)}-${local.slice(-4)}`;
}

function areaLength(national: string): number {
  if (national.startsWith("11")) return 2;
  if (FOUR_DIGITS.has(national.slice(0, 4))) return 4;
  return THREE_DIGITS.has(national.slice(0, 3)) ? 3 : 4;
}
