/// Homeward as its clients see it: log-in, the gateway's REST interface, and a book of the devices
/// registered before. Nothing here knows what is measured.
@NullMarked
package org.homeward.simulator.platform;

import org.jspecify.annotations.NullMarked;
