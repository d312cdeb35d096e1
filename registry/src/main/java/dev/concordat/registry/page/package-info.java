/// Pages for people: the map, systems, environments, incidents and the gate, written as HTML that needs no JavaScript.
@NullMarked
package dev.concordat.registry.page;

import org.jspecify.annotations.NullMarked;
