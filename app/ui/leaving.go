package ui

// quit closes the window, and with it the program, once what is typed is kept.
func (s *Shell) quit() { s.typed.Flush(s.window.Close) }
