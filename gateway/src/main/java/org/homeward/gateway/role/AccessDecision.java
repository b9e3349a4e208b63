package org.homeward.gateway.role;

import org.homeward.kit.caller.Actor;

/// The outcome of asking. Only [Granted] lets anything through.
public sealed interface AccessDecision {
    /// What the audit writes: the relationship that granted it, or why it was denied.
    String ground();

    /// Granted.
    ///
    /// @param role the role in which the caller acts towards the services
    record Granted(Caller caller, Role role, Scope scope) implements AccessDecision {
        @Override
        public String ground() {
            return scope.ground();
        }

        /// Why the caller acts, by role.
        public String purpose() {
            return switch (role) {
                case PHYSICIAN, NURSE, GP, PATIENT, CARER -> "care";
                case MANAGER, DEVICE_ADMIN, OPS_ADMIN, AUDITOR -> "administration";
            };
        }

        /// The `Homeward-Actor` header for calls to the services.
        public String actor() {
            return new Actor(caller.subject(), role.wireName(), purpose()).toHeader();
        }
    }

    /// The function is the caller's and this patient is not: to the caller the same as unknown.
    record OutOfScope() implements AccessDecision {
        @Override
        public String ground() {
            return "no-relationship";
        }
    }

    /// The function is none of the caller's roles'.
    record Forbidden() implements AccessDecision {
        @Override
        public String ground() {
            return "no-permission";
        }
    }
}
