package io.wenliu.text;

/// A word while its rules are still at work.
///
/// @param form folded
/// @param start UTF-16 offset into the text
record Token(String form, String tag, int start) {

  int end() {
    return start + form.length();
  }

  Token joined(Token next, String tag) {
    return new Token(form + next.form, tag, start);
  }
}
