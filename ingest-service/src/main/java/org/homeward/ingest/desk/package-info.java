/// The device desk: how devices are, and what somebody must look at about them. In: concerns from
/// the log, how often devices are heard. Out: the desk's own queue. It knows no patient.
@NullMarked
package org.homeward.ingest.desk;

import org.jspecify.annotations.NullMarked;
