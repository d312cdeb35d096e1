package dev.concordat.standin.graphql;

/// An object that a stand-in made: all its values come from its type and its key.
///
/// @param type the name of its object type
/// @param key its id, where its type has one; else the way that leads to it
/// @param number its place among those of its kind, from 1
record Thing(String type, String key, int number) {}
