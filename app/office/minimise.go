package office

import (
	"context"

	"ankhai/forms/facts"
)

// dropSensitive takes sensitive data out of people before they are kept in the
// roster, unless the employer has said that it stays with them: dân tộc is asked
// for by one form, and the dossier carries it there.
func (o *Office) dropSensitive(ctx context.Context, mst string, people []facts.NguoiLaoDong) error {
	rule, err := o.store.Retention(ctx, mst)
	if err != nil || rule.KeepSensitive {
		return err
	}
	for i := range people {
		people[i].DanToc = ""
	}
	return nil
}

// finish drops what only a dossier that now has its result needed: the dân tộc in
// the payroll of its month, and its papers that were marked as sensitive. The
// signed files, which are evidence, carry both.
func (o *Office) finish(ctx context.Context, mst, id string) error {
	rule, err := o.store.Retention(ctx, mst)
	if err != nil || rule.KeepSensitive {
		return err
	}
	return o.store.DropSensitive(ctx, id)
}
