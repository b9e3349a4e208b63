/// The only door for people and for GP systems. Features are packages of their own; here is only
/// what an operator can set.
@NullMarked
package org.homeward.gateway;

import org.jspecify.annotations.NullMarked;
