/// How remembered things are shown in answers, alone and in lists.
@NullMarked
package dev.concordat.standin.view;

import org.jspecify.annotations.NullMarked;
