/** The area that an address opens: `/admin/users/…` → users. */
export function areaAt<Area extends { id: string }>(
  areas: readonly Area[],
  location: string,
): Area | undefined {
  const id = location.split("/")[2];
  return areas.find((area) => area.id === id);
}
