/// What each role of an operation does to what is remembered, and what it answers.
@NullMarked
package dev.concordat.standin.service;

import org.jspecify.annotations.NullMarked;
