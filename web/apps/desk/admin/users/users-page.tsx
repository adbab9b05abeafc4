import { keepPreviousData, useInfiniteQuery, useQuery } from "@tanstack/react-query";
import type { User } from "@vera/contracts/identity";
import { useState } from "react";
import { listUsers, openUser, type UserFilter } from "../../../../shared/api/admin/users.ts";
import { useFormats } from "../../../../shared/i18n/use-formats.ts";
import { useTranslation } from "../../../../shared/i18n/use-translation.ts";
import { Button } from "../../../../shared/ui/button.tsx";
import { Tag } from "../../../../shared/ui/tag.tsx";
import { useSettled } from "../../../../shared/ui/use-settled.ts";
import { useMe } from "../../session/me-context.ts";
import { Drawer } from "../kit/drawer.tsx";
import { FilterSelect } from "../kit/filter-select.tsx";
import { LoadingDrawer } from "../kit/loading-drawer.tsx";
import { type ListColumn, ResourceList } from "../kit/resource-list.tsx";
import { SplitPage } from "../kit/split-page.tsx";
import { tenantOptions } from "../kit/tenant-options.ts";
import { useResourceRoute } from "../kit/use-resource-route.ts";
import { NewUserForm } from "./new-user-form.tsx";
import { useRoles } from "./use-roles.ts";
import { UserDrawer } from "./user-drawer.tsx";

/** Everybody who works in my organisms. The server pages and searches, 50 at a time. */
export function UsersPage() {
  const { t } = useTranslation();
  const { can, me } = useMe();
  const route = useResourceRoute("users");
  const roles = useRoles();
  const [typed, setTyped] = useState("");
  const [tenantId, setTenantId] = useState("");
  const [role, setRole] = useState("");
  const [state, setState] = useState("");
  const q = useSettled(typed.trim());
  const filter: UserFilter = {
    ...(q ? { q } : {}),
    ...(tenantId ? { tenantId } : {}),
    ...(role ? { role } : {}),
    ...(state ? { disabled: state === "disabled" } : {}),
  };
  const users = useInfiniteQuery({
    queryKey: ["admin-users", filter],
    queryFn: ({ pageParam }) => listUsers({ ...filter, ...(pageParam ? { after: pageParam } : {}) }),
    initialPageParam: "",
    getNextPageParam: (page) => page.next,
    placeholderData: keepPreviousData,
  });
  const columns = useUserColumns(roles.word);
  const rows = users.data?.pages.flatMap((page) => page.users);
  return (
    <SplitPage
      side={
        route.creating && can("user.manage") ? (
          <Drawer title={t("adminPeople.users.new")} onClose={route.close} wide>
            <NewUserForm onShow={route.open} />
          </Drawer>
        ) : (
          route.openId && <OpenedUser key={route.openId} userId={route.openId} onClose={route.close} />
        )
      }
    >
      <ResourceList
        title={t("admin.area.users")}
        source={{ rows, error: users.error, retry: () => void users.refetch() }}
        columns={columns}
        rowKey={(user) => user.id}
        search={{ value: typed, onChange: setTyped }}
        filters={
          <>
            <FilterSelect
              label={t("admin.tenant")}
              all={t("admin.allTenants")}
              value={tenantId}
              options={tenantOptions(me.tenants)}
              onChange={setTenantId}
            />
            <FilterSelect
              label={t("adminPeople.users.role")}
              all={t("adminPeople.users.allRoles")}
              value={role}
              options={roles.roles.map(({ code, name }) => ({ value: code, label: name }))}
              onChange={setRole}
            />
            <FilterSelect
              label={t("admin.state")}
              all={t("adminPeople.users.anyState")}
              value={state}
              options={(["enabled", "disabled"] as const).map((value) => ({
                value,
                label: t(`adminPeople.users.state.${value}`),
              }))}
              onChange={setState}
            />
          </>
        }
        empty={t("adminPeople.users.empty")}
        add={can("user.manage") ? { label: t("adminPeople.users.add"), onPick: route.create } : null}
        onOpen={(user) => route.open(user.id)}
        openId={route.openId}
        narrow={route.openId !== null || route.creating}
        exportName="users"
        foot={
          users.hasNextPage && (
            <div className="resource-more">
              {t("admin.loaded", { count: rows?.length ?? 0 })}
              <Button size="small" busy={users.isFetchingNextPage} onClick={() => void users.fetchNextPage()}>
                {t("admin.loadMore")}
              </Button>
            </div>
          )
        }
        twoLines
      />
    </SplitPage>
  );
}

function useUserColumns(roleWord: (code: string) => string): ListColumn<User>[] {
  const { t } = useTranslation();
  const { tenantName } = useMe();
  const formats = useFormats();
  const rolesOf = (user: User): string =>
    [...new Set(user.memberships.map((membership) => roleWord(membership.role)))].join(", ");
  const placesOf = (user: User): string =>
    [
      ...new Set(
        user.memberships.map(({ tenantId }) => (tenantId ? tenantName(tenantId) : t("admin.platform"))),
      ),
    ].join(", ");
  return [
    {
      id: "name",
      header: t("adminPeople.users.name"),
      value: (user) => user.name,
      cell: (user) => (
        <>
          <b>{user.name}</b>
          <span className="table-second">{user.username}</span>
        </>
      ),
    },
    { id: "roles", header: t("adminPeople.users.roles"), value: rolesOf },
    { id: "tenants", header: t("admin.tenant"), value: placesOf },
    {
      id: "state",
      header: t("admin.state"),
      value: (user) => t(`adminPeople.users.state.${user.disabledAt ? "disabled" : "enabled"}`),
      cell: (user) =>
        user.disabledAt ? (
          <Tag tone="off">{t("adminPeople.users.state.disabled")}</Tag>
        ) : (
          <span className="mut">{t("adminPeople.users.state.enabled")}</span>
        ),
    },
    {
      id: "lastSignInAt",
      header: t("adminPeople.users.lastSignIn"),
      value: (user) => user.lastSignInAt,
      cell: (user) =>
        user.lastSignInAt ? (
          <span title={formats.exact(user.lastSignInAt)}>{formats.when(user.lastSignInAt)}</span>
        ) : (
          <span className="dim">{t("adminPeople.users.never")}</span>
        ),
      number: true,
      extra: true,
    },
  ];
}

function OpenedUser({ userId, onClose }: { userId: string; onClose: () => void }) {
  const user = useQuery({ queryKey: ["admin-user", userId], queryFn: () => openUser(userId) });
  if (!user.data) return <LoadingDrawer error={user.error} onClose={onClose} wide />;
  return <UserDrawer user={user.data} onClose={onClose} />;
}
