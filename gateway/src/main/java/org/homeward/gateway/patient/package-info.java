/// Patients, their teams and their timeline: REST and the client of followup-service. Identity
/// passes through and is never kept here.
@NullMarked
package org.homeward.gateway.patient;

import org.jspecify.annotations.NullMarked;
