/// Stand-ins that answer what was once recorded or saved: HTTP archives and Postman collections.
@NullMarked
package dev.concordat.standin.recorded;

import org.jspecify.annotations.NullMarked;
