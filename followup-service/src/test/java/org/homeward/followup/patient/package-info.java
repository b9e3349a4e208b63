/// Tests of patients.
@NullMarked
package org.homeward.followup.patient;

import org.jspecify.annotations.NullMarked;
