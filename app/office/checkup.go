package office

import "context"

// CheckupScreen is the door to the checkup.
const CheckupScreen = "kham-may"

// Checkup is Examine for a person at the window, in two parts.
type Checkup struct {
	Work   []Exam // what a month's work needs
	Tokens []Exam // drivers, readers, tokens and their certificates
	// TokensLater: no token is needed for now, in practice or before there is an
	// employer. None of Tokens is ill then; what has to be done waits.
	TokensLater bool
}

// Checkup examines this machine, the tokens always: who practises wants to know
// whether the token works before the first real dossier. A driver that hangs takes
// fifteen seconds. One that is given up answers the context's error: what a driver
// said then says nothing about it.
func (o *Office) Checkup(ctx context.Context) (Checkup, error) {
	work, live := o.examineWork(ctx)
	c := Checkup{Work: work, TokensLater: !live}
	if ctx.Err() == nil {
		c.Tokens = o.examineTokens(ctx)
	}
	if err := ctx.Err(); err != nil {
		return Checkup{}, err
	}
	for i := range c.Tokens {
		c.Tokens[i].OK = c.Tokens[i].OK || c.TokensLater
	}
	return c, nil
}

// Level is Red for what is ill, Yellow for what works for now though something
// should be done, Green for what is well.
func (x Exam) Level() Level {
	switch {
	case !x.OK:
		return Red
	case x.Remedy != "":
		return Yellow
	}
	return Green
}
