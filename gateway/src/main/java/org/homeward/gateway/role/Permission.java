package org.homeward.gateway.role;

/// What can be done, one constant for each resource and action of the access table.
public enum Permission {
    /// What anyone signed in may ask: who am I, the code table.
    OWN_SESSION,
    READING_SUBMIT,
    READING_READ,
    /// Declare a reading entered in error.
    READING_VOID,
    /// Correct a reading, see what it was, and decide as a second person.
    READING_CORRECT,
    IDENTITY_READ,
    IDENTITY_WRITE,
    PATIENT_REGISTER,
    CARE_PLAN_READ,
    CARE_PLAN_WRITE,
    RULES_READ,
    ALERT_READ,
    /// Acknowledge, assign, snooze, release.
    ALERT_ACT,
    ALERT_RESOLVE,
    /// Counts without patients.
    ALERT_COUNT,
    WORKLIST_READ,
    TIMELINE_READ,
    FEED_READ,
    TASK_READ,
    TASK_WRITE,
    SHARE_READ,
    SHARE_WRITE,
    /// Link a patient's or a carer's own login.
    RELATION_WRITE,
    PRACTITIONER_READ,
    DEVICE_READ,
    DEVICE_WRITE,
    DEVICE_HEALTH_READ,
    ASSIGNMENT_WRITE,
    REFUSAL_READ,
    /// Send what was refused through its door again.
    REFUSAL_REDRIVE,
    /// The numbers of what became of everything.
    CONSERVATION_READ,
    AUDIT_READ
}
