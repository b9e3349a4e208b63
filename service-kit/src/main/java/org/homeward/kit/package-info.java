/// What every service needs at its edges and would otherwise copy. Nothing of the domain comes in
/// here.
@NullMarked
package org.homeward.kit;

import org.jspecify.annotations.NullMarked;
