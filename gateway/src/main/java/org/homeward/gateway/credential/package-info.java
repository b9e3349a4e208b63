/// What devices show at the edge, at the device desk: tokens, certificates, claim codes.
@NullMarked
package org.homeward.gateway.credential;

import org.jspecify.annotations.NullMarked;
