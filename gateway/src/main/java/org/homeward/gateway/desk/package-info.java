/// The device desk's own queue and how the devices are: technical, and without any patient.
@NullMarked
package org.homeward.gateway.desk;

import org.jspecify.annotations.NullMarked;
