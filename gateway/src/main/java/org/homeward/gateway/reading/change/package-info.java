/// What people say of stored readings: that they do not count, what they should have been, whose
/// they are; and the second person's word where one is needed.
@NullMarked
package org.homeward.gateway.reading.change;

import org.jspecify.annotations.NullMarked;
