package org.homeward.gateway.role;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import org.homeward.gateway.role.AccessDecision.Forbidden;
import org.homeward.gateway.role.AccessDecision.Granted;
import org.homeward.gateway.role.AccessDecision.OutOfScope;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DeciderTest {
    /// The access table as the ward's people agreed on it, written down a second time: permission,
    /// then role=scope. A role that is not named has nothing.
    private static final String AGREED =
            """
            READING_SUBMIT PATIENT=SELF CARER=DELEGATED NURSE=TEAM PHYSICIAN=TEAM
            READING_READ PATIENT=SELF CARER=DELEGATED NURSE=TEAM PHYSICIAN=TEAM GP=SHARED
            READING_VOID NURSE=TEAM PHYSICIAN=TEAM
            READING_CORRECT NURSE=TEAM PHYSICIAN=TEAM
            IDENTITY_READ PATIENT=SELF CARER=DELEGATED NURSE=TEAM PHYSICIAN=TEAM GP=SHARED
            IDENTITY_WRITE NURSE=TEAM PHYSICIAN=TEAM
            PATIENT_REGISTER NURSE=ANY PHYSICIAN=ANY
            CARE_PLAN_READ PATIENT=SELF CARER=DELEGATED NURSE=TEAM PHYSICIAN=TEAM GP=SHARED
            CARE_PLAN_WRITE NURSE=TEAM PHYSICIAN=TEAM
            RULES_READ NURSE=ANY PHYSICIAN=ANY MANAGER=ANY AUDITOR=ANY
            ALERT_READ PATIENT=SELF CARER=DELEGATED NURSE=TEAM PHYSICIAN=TEAM GP=SHARED AUDITOR=ANY
            ALERT_ACT NURSE=TEAM PHYSICIAN=TEAM
            ALERT_RESOLVE NURSE=TEAM PHYSICIAN=TEAM
            ALERT_COUNT MANAGER=ANY
            WORKLIST_READ PATIENT=SELF CARER=DELEGATED NURSE=TEAM PHYSICIAN=TEAM GP=SHARED
            TIMELINE_READ PATIENT=SELF CARER=DELEGATED NURSE=TEAM PHYSICIAN=TEAM GP=SHARED
            FEED_READ PATIENT=SELF CARER=DELEGATED NURSE=TEAM PHYSICIAN=TEAM GP=SHARED
            TASK_READ PATIENT=SELF CARER=DELEGATED NURSE=TEAM PHYSICIAN=TEAM GP=SHARED
            TASK_WRITE NURSE=TEAM PHYSICIAN=TEAM GP=SHARED
            SHARE_READ PATIENT=SELF CARER=DELEGATED NURSE=TEAM PHYSICIAN=TEAM GP=SHARED AUDITOR=ANY
            SHARE_WRITE PATIENT=SELF NURSE=TEAM PHYSICIAN=TEAM
            RELATION_WRITE NURSE=TEAM PHYSICIAN=TEAM
            PRACTITIONER_READ PATIENT=ANY NURSE=ANY PHYSICIAN=ANY
            DEVICE_READ PATIENT=SELF NURSE=TEAM PHYSICIAN=TEAM MANAGER=ANY DEVICE_ADMIN=ANY OPS_ADMIN=ANY
            DEVICE_WRITE DEVICE_ADMIN=ANY
            DEVICE_HEALTH_READ DEVICE_ADMIN=ANY OPS_ADMIN=ANY
            ASSIGNMENT_WRITE NURSE=TEAM DEVICE_ADMIN=ANY
            REFUSAL_READ DEVICE_ADMIN=ANY AUDITOR=ANY
            REFUSAL_REDRIVE DEVICE_ADMIN=ANY
            CONSERVATION_READ DEVICE_ADMIN=ANY OPS_ADMIN=ANY
            AUDIT_READ PATIENT=SELF AUDITOR=ANY
            OWN_SESSION PHYSICIAN=ANY NURSE=ANY GP=ANY PATIENT=ANY CARER=ANY MANAGER=ANY DEVICE_ADMIN=ANY OPS_ADMIN=ANY AUDITOR=ANY""";

    private static Caller caller(Role... roles) {
        return new Caller("s", Set.of(roles), "", Instant.EPOCH);
    }

    private static Relationship tied(Scope... scopes) {
        return new Relationship(Set.copyOf(Arrays.stream(scopes).map(Scope::ground).toList()));
    }

    private static Map<Role, Scope> agreed(Permission permission) {
        Map<Role, Scope> roles = new EnumMap<>(Role.class);
        AGREED.lines()
                .map(line -> line.split(" ", -1))
                .filter(words -> words[0].equals(permission.name()))
                .flatMap(words -> Arrays.stream(words).skip(1))
                .map(word -> word.split("=", -1))
                .forEach(pair -> roles.put(Role.valueOf(pair[0]), Scope.valueOf(pair[1])));
        return roles;
    }

    @ParameterizedTest
    @EnumSource(Permission.class)
    void everyRoleHasWhatWasAgreedAndNothingElse(Permission permission) {
        Map<Role, Scope> agreed = agreed(permission);
        assertThat(agreed).isNotEmpty();
        for (Role role : Role.values()) {
            assertThat(AccessTable.scope(permission, role).orElse(null))
                    .describedAs("%s for %s", permission, role)
                    .isEqualTo(agreed.get(role));
        }
    }

    @ParameterizedTest
    @EnumSource(Permission.class)
    void everyRoleAndRelationshipGetsItsAnswer(Permission permission) {
        for (Role role : Role.values()) {
            Scope agreed = agreed(permission).get(role);
            for (Scope tie : Scope.values()) {
                AccessDecision decision = Decider.patient(caller(role), permission, tied(tie));
                Class<?> expected =
                        agreed == null
                                ? Forbidden.class
                                : agreed == tie || agreed == Scope.ANY
                                        ? Granted.class
                                        : OutOfScope.class;
                assertThat(decision)
                        .describedAs("%s as %s tied by %s", permission, role, tie)
                        .isInstanceOf(expected);
            }
        }
    }

    @Test
    void whoHasNoRoleHasNothing() {
        for (Permission permission : Permission.values()) {
            assertThat(Decider.patient(caller(), permission, tied(Scope.values())))
                    .isInstanceOf(Forbidden.class);
        }
    }

    @Test
    void anUnknownPatientIsOutOfScope() {
        assertThat(
                        Decider.patient(
                                caller(Role.PHYSICIAN), Permission.READING_READ, Relationship.NONE))
                .isInstanceOf(OutOfScope.class);
    }

    @Test
    void withTwoRolesTheOneThatIsRelatedActs() {
        AccessDecision decision =
                Decider.patient(
                        caller(Role.PHYSICIAN, Role.PATIENT),
                        Permission.READING_READ,
                        tied(Scope.SELF));
        assertThat(decision)
                .isInstanceOfSatisfying(
                        Granted.class, g -> assertThat(g.role()).isEqualTo(Role.PATIENT));
    }

    @Test
    void theActorNamesSubjectRoleAndPurpose() {
        Granted granted = new Granted(caller(Role.DEVICE_ADMIN), Role.DEVICE_ADMIN, Scope.ANY);
        assertThat(granted.actor()).isEqualTo("sub=s;role=device-admin;purpose=administration");
    }
}
