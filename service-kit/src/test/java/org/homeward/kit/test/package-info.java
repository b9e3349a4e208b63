/// What the services' tests share: the real stack, tokens, and the rules of the architecture.
@NullMarked
package org.homeward.kit.test;

import org.jspecify.annotations.NullMarked;
