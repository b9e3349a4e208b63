/// Who may do what: roles, permissions and how far each reaches, as a table, and the decision on
/// it. A caller, a permission and a relationship come in, a decision leaves; nothing here asks
/// anybody anything.
@NullMarked
package org.homeward.gateway.role;

import org.jspecify.annotations.NullMarked;
