package form

// choice is a list of a few codes that the form itself gives.
type choice struct {
	name  string
	pairs []string
}

// Choice makes a list out of the few answers that the form itself prints, as
// code and words in turn; dated lists of the agency belong to forms/codes.
func Choice(name string, codeAndLabel ...string) List { return choice{name, codeAndLabel} }

func (c choice) Name() string { return c.name }

// Codes lists the answers in the form's order, for menus and drop-down lists.
func (c choice) Codes() []string {
	var out []string
	for i := 0; i+1 < len(c.pairs); i += 2 {
		out = append(out, c.pairs[i])
	}
	return out
}

func (c choice) Has(code string) bool { return code != "" && c.Label(code) != "" }

func (c choice) Label(code string) string {
	for i := 0; i+1 < len(c.pairs); i += 2 {
		if c.pairs[i] == code {
			return c.pairs[i+1]
		}
	}
	return ""
}
