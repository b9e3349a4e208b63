/// What gives one person access to one patient beside the lead team: a share with a GP, the patient
/// themselves, a delegation to a carer. Each has a beginning and may have an end.
@NullMarked
package org.homeward.followup.share;

import org.jspecify.annotations.NullMarked;
