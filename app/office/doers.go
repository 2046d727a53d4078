package office

import (
	"context"
	"time"

	"ankhai/storage"
)

// acting is a context in which the person at work acts; where nobody said who works it
// is ctx itself, and nothing is said of who did it.
func (o *Office) acting(ctx context.Context) context.Context {
	r, err := o.Person()
	if err != nil {
		return ctx
	}
	return storage.As(ctx, r.ID)
}

// together is how far the line of the journal and the event of one move may lie apart:
// both are written in one transaction.
const together = 2 * time.Second

// doersOf tells who did what a submission's history names: the name of the person who
// was at work. What the program did by itself, the gateway said or another machine saw
// is nobody's.
func (o *Office) doersOf(ctx context.Context, sub storage.Submission) (func(storage.Event) string, error) {
	names, err := o.namesOfRoles(ctx, sub.DossierID)
	if err != nil || len(names) == 0 {
		return func(storage.Event) string { return "" }, err
	}
	all, err := o.store.Doers(ctx, sub.ID)
	return func(e storage.Event) string {
		for _, d := range all {
			if e.From != e.To && d.To == e.To && d.At.Sub(e.At).Abs() <= together {
				return names[d.Person]
			}
		}
		return ""
	}, err
}

// namesOfRoles are the people of this machine by their id, also those who have left it
// since and signed a dossier off.
func (o *Office) namesOfRoles(ctx context.Context, dossier string) (map[string]string, error) {
	names := map[string]string{}
	trail, err := o.store.SignOffs(ctx, dossier)
	if err != nil {
		return nil, err
	}
	for _, x := range trail {
		names[x.Person] = x.Name
	}
	all, err := o.keptRoles(ctx)
	for _, k := range all {
		names[k.ID] = k.Name
	}
	return names, err
}
