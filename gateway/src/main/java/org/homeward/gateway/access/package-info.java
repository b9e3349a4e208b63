/// Where the decision of `role` is asked for and kept to: the filter that every resource method
/// passes, the current request's caller and grant, and the projection of who is related to whom. It
/// knows no clinical data.
@NullMarked
package org.homeward.gateway.access;

import org.jspecify.annotations.NullMarked;
