package org.homeward.gateway.role;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/// Who may do what, as data: permission by role to scope. What is not here is forbidden.
final class AccessTable {
    private static final Map<Role, Scope> READERS =
            Map.of(
                    Role.PATIENT, Scope.SELF,
                    Role.CARER, Scope.DELEGATED,
                    Role.NURSE, Scope.TEAM,
                    Role.PHYSICIAN, Scope.TEAM,
                    Role.GP, Scope.SHARED);
    private static final Map<Role, Scope> TEAM =
            Map.of(Role.NURSE, Scope.TEAM, Role.PHYSICIAN, Scope.TEAM);
    private static final Map<Role, Scope> STAFF =
            Map.of(Role.NURSE, Scope.ANY, Role.PHYSICIAN, Scope.ANY);
    private static final Map<Permission, Map<Role, Scope>> TABLE = table();

    private AccessTable() {}

    /// How far the permission reaches for the role; empty: not at all.
    static Optional<Scope> scope(Permission permission, Role role) {
        return Optional.ofNullable(TABLE.getOrDefault(permission, Map.of()).get(role));
    }

    private static Map<Permission, Map<Role, Scope>> table() {
        Map<Permission, Map<Role, Scope>> table = new EnumMap<>(Permission.class);
        table.put(Permission.OWN_SESSION, everybody());
        care(table);
        administration(table);
        return table;
    }

    private static void care(Map<Permission, Map<Role, Scope>> table) {
        table.put(
                Permission.READING_SUBMIT,
                with(with(TEAM, Role.PATIENT, Scope.SELF), Role.CARER, Scope.DELEGATED));
        table.put(Permission.READING_READ, READERS);
        table.put(Permission.READING_VOID, TEAM);
        table.put(Permission.READING_CORRECT, TEAM);
        table.put(Permission.IDENTITY_READ, READERS);
        table.put(Permission.IDENTITY_WRITE, TEAM);
        table.put(Permission.PATIENT_REGISTER, STAFF);
        table.put(Permission.CARE_PLAN_READ, READERS);
        table.put(Permission.CARE_PLAN_WRITE, TEAM);
        table.put(Permission.ALERT_READ, with(READERS, Role.AUDITOR, Scope.ANY));
        table.put(Permission.ALERT_ACT, TEAM);
        table.put(Permission.ALERT_RESOLVE, TEAM);
        table.put(Permission.ALERT_COUNT, Map.of(Role.MANAGER, Scope.ANY));
        table.put(Permission.WORKLIST_READ, READERS);
        table.put(Permission.TIMELINE_READ, READERS);
        table.put(Permission.FEED_READ, READERS);
        table.put(Permission.TASK_READ, READERS);
        table.put(Permission.TASK_WRITE, with(TEAM, Role.GP, Scope.SHARED));
        table.put(Permission.SHARE_READ, with(READERS, Role.AUDITOR, Scope.ANY));
        table.put(Permission.SHARE_WRITE, with(TEAM, Role.PATIENT, Scope.SELF));
        table.put(Permission.RELATION_WRITE, TEAM);
    }

    private static void administration(Map<Permission, Map<Role, Scope>> table) {
        table.put(
                Permission.RULES_READ,
                with(with(STAFF, Role.MANAGER, Scope.ANY), Role.AUDITOR, Scope.ANY));
        table.put(Permission.PRACTITIONER_READ, with(STAFF, Role.PATIENT, Scope.ANY));
        table.put(
                Permission.DEVICE_READ,
                Map.of(
                        Role.PATIENT, Scope.SELF,
                        Role.NURSE, Scope.TEAM,
                        Role.PHYSICIAN, Scope.TEAM,
                        Role.MANAGER, Scope.ANY,
                        Role.DEVICE_ADMIN, Scope.ANY,
                        Role.OPS_ADMIN, Scope.ANY));
        table.put(
                Permission.DEVICE_HEALTH_READ,
                Map.of(Role.DEVICE_ADMIN, Scope.ANY, Role.OPS_ADMIN, Scope.ANY));
        table.put(Permission.DEVICE_WRITE, Map.of(Role.DEVICE_ADMIN, Scope.ANY));
        table.put(
                Permission.ASSIGNMENT_WRITE,
                Map.of(Role.NURSE, Scope.TEAM, Role.DEVICE_ADMIN, Scope.ANY));
        table.put(
                Permission.REFUSAL_READ,
                Map.of(Role.DEVICE_ADMIN, Scope.ANY, Role.AUDITOR, Scope.ANY));
        table.put(Permission.REFUSAL_REDRIVE, Map.of(Role.DEVICE_ADMIN, Scope.ANY));
        table.put(
                Permission.CONSERVATION_READ,
                Map.of(Role.DEVICE_ADMIN, Scope.ANY, Role.OPS_ADMIN, Scope.ANY));
        table.put(Permission.AUDIT_READ, Map.of(Role.PATIENT, Scope.SELF, Role.AUDITOR, Scope.ANY));
    }

    private static Map<Role, Scope> everybody() {
        Map<Role, Scope> all = new EnumMap<>(Role.class);
        for (Role role : Role.values()) {
            all.put(role, Scope.ANY);
        }
        return all;
    }

    private static Map<Role, Scope> with(Map<Role, Scope> base, Role role, Scope scope) {
        Map<Role, Scope> more = new EnumMap<>(base);
        more.put(role, scope);
        return more;
    }
}
