import type { UseQueryResult } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { useTranslation } from "../../../../shared/i18n/use-translation.ts";
import type { SortOrder } from "../../../../shared/ui/table-rows.ts";
import { useMe } from "../../session/me-context.ts";
import { FilterSelect } from "./filter-select.tsx";
import { type ListColumn, ResourceList } from "./resource-list.tsx";
import { SplitPage } from "./split-page.tsx";
import { tenantOptions } from "./tenant-options.ts";
import { useResourceRoute } from "./use-resource-route.ts";

export interface DrawerControls {
  /** Closes the drawer. */
  close: () => void;
  /** Shows another one, as after adding it. */
  open: (id: string) => void;
}

interface ResourcePageProps<Row> {
  /** Its part of the address: `/admin/<area>`. */
  area: string;
  title: string;
  about?: string;
  query: UseQueryResult<readonly Row[]>;
  columns: readonly ListColumn<Row>[];
  rowKey: (row: Row) => string;
  sort?: SortOrder;
  /** Whose it is: gives the filter by organism. */
  tenantOf?: (row: Row) => string | null;
  keep?: (row: Row) => boolean;
  filters?: ReactNode;
  empty: string;
  /** What the button that adds says; null for who may not. */
  add: string | null;
  /** The drawer of a row, or of a new one (null). */
  drawer: (row: Row | null, controls: DrawerControls) => ReactNode;
  actions?: ReactNode;
  twoLines?: boolean;
}

/** List and drawer of one kind of thing; a page gives columns and the form. */
export function ResourcePage<Row>(props: ResourcePageProps<Row>) {
  const { area, title, about, query, columns, rowKey, sort, tenantOf, keep, filters, empty, add } = props;
  const { drawer, actions, twoLines = false } = props;
  const { t } = useTranslation();
  const { me } = useMe();
  const route = useResourceRoute(area);
  const [tenantId, setTenantId] = useState("");
  const rows = query.data;
  const ofTenant = (row: Row): boolean => tenantId === "" || tenantOf?.(row) === tenantId;
  const present = new Set((rows ?? []).map((row) => tenantOf?.(row)));
  const tenants = me.tenants.filter((tenant) => present.has(tenant.id));
  const opened = rows?.find((row) => rowKey(row) === route.openId) ?? null;
  const controls = { close: route.close, open: route.open };
  const side = route.creating && add ? drawer(null, controls) : opened && drawer(opened, controls);
  return (
    <SplitPage side={side}>
      <ResourceList
        title={title}
        {...(about ? { about } : {})}
        source={{ rows, error: query.error, retry: () => void query.refetch() }}
        columns={columns}
        rowKey={rowKey}
        {...(sort ? { sort } : {})}
        keep={(row) => ofTenant(row) && (keep?.(row) ?? true)}
        filters={
          <>
            {tenants.length > 1 && (
              <FilterSelect
                label={t("admin.tenant")}
                all={t("admin.allTenants")}
                value={tenantId}
                options={tenantOptions(tenants)}
                onChange={setTenantId}
              />
            )}
            {filters}
          </>
        }
        empty={empty}
        add={add === null ? null : { label: add, onPick: route.create }}
        onOpen={(row) => route.open(rowKey(row))}
        openId={route.openId}
        narrow={Boolean(side)}
        exportName={area}
        actions={actions}
        twoLines={twoLines}
      />
    </SplitPage>
  );
}
