/// Who works together, and who may see a patient: the lead team and each person's relation, as of
/// one version. It decides nothing about access; the gateway does, with these facts.
@NullMarked
package org.homeward.followup.team;

import org.jspecify.annotations.NullMarked;
