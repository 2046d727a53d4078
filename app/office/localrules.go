package office

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"

	"ankhai/forms/form"
	"ankhai/forms/tralai"
	"ankhai/storage"
)

// LocalRule is a rule that an employer keeps for its own drafts, made of a reason for
// which a dossier came back.
type LocalRule struct {
	ID      string // "QT1"
	Rule    tralai.QuyTac
	Say     string // in words, without the form
	Dossier string // whose rejection it comes from, "" if none
	On      bool
}

// ErrNoRule: the employer has no rule of this number.
var ErrNoRule = errors.New("no such rule")

// LocalRules lists the rules of the employer at hand, in the order in which they were
// made.
func (o *Office) LocalRules(ctx context.Context) ([]LocalRule, error) {
	dv, err := o.Company(ctx)
	if err != nil {
		return nil, err
	}
	return o.localRulesOf(ctx, dv.MaSoThue)
}

func (o *Office) localRulesOf(ctx context.Context, mst string) ([]LocalRule, error) {
	kept, err := o.store.LocalRules(ctx, mst)
	if err != nil {
		return nil, err
	}
	out := make([]LocalRule, len(kept))
	for i, k := range kept {
		out[i] = LocalRule{ID: k.ID, Dossier: k.Dossier, On: k.On}
		if err := json.Unmarshal(k.Data, &out[i].Rule); err != nil {
			return nil, fmt.Errorf("read rule %s: %w", k.ID, err)
		}
		out[i].Say = out[i].Rule.Cau()
	}
	return out, nil
}

// KeepRule keeps a rule, which speaks from now on. text is as tralai.DocQuyTac reads
// it; from is the dossier whose rejection it comes from, "" for none. A rule that is
// there already is answered as it is, and switched on.
func (o *Office) KeepRule(ctx context.Context, text, from string) (LocalRule, error) {
	q, err := tralai.DocQuyTac(text)
	if err != nil {
		return LocalRule{}, err
	}
	dv, err := o.Company(ctx)
	if err != nil {
		return LocalRule{}, err
	}
	if from != "" {
		if _, err := o.store.Dossier(ctx, from); err != nil {
			return LocalRule{}, fmt.Errorf("keep rule of %s: %w", storage.Ref(from), err)
		}
	}
	there, err := o.localRulesOf(ctx, dv.MaSoThue)
	if err != nil {
		return LocalRule{}, err
	}
	for _, r := range there {
		if r.Rule.Goc() == q.Goc() {
			r.On = true
			return r, o.SwitchRule(ctx, r.ID, true)
		}
	}
	data, err := json.Marshal(q)
	if err != nil {
		return LocalRule{}, fmt.Errorf("keep rule: %w", err)
	}
	kept, err := o.store.AddLocalRule(ctx, dv.MaSoThue, storage.LocalRule{Data: data, Dossier: from, On: true})
	return LocalRule{ID: kept.ID, Rule: q, Say: q.Cau(), Dossier: from, On: true}, err
}

// SwitchRule lets a rule of the employer at hand speak, or be silent; ErrNoRule.
func (o *Office) SwitchRule(ctx context.Context, id string, on bool) error {
	return o.onRule(ctx, id, func(mst string) error { return o.store.SwitchLocalRule(ctx, mst, id, on) })
}

// RemoveRule takes a rule of the employer at hand away; ErrNoRule.
func (o *Office) RemoveRule(ctx context.Context, id string) error {
	return o.onRule(ctx, id, func(mst string) error { return o.store.RemoveLocalRule(ctx, mst, id) })
}

func (o *Office) onRule(ctx context.Context, id string, do func(mst string) error) error {
	dv, err := o.Company(ctx)
	if err != nil {
		return err
	}
	if err = do(dv.MaSoThue); errors.Is(err, storage.ErrNotFound) {
		err = fmt.Errorf("rule %q: %w", id, ErrNoRule)
	}
	return err
}

// checkLocal holds a draft against the employer's own rules.
func (o *Office) checkLocal(ctx context.Context, d storage.Dossier, docs []*form.Doc) ([]form.Fault, error) {
	rules, err := o.localRulesOf(ctx, d.MaSoThue)
	return LocalFaults(rules, docs), err
}

// LocalFaults holds documents against the rules that are on. They warn: the agency's
// reason of one day is no law.
func LocalFaults(rules []LocalRule, docs []*form.Doc) (out []form.Fault) {
	for _, r := range rules {
		at := r.Rule.Soat(docs)
		if !r.On || len(at) == 0 {
			continue
		}
		f := form.Fault{Code: ruleCode + r.ID, Level: form.Nhac, Form: r.Rule.Mau, Say: r.Say + ". Sửa ô, hoặc tắt quy tắc nếu không còn đúng", Basis: r.basis()}
		for _, n := range at {
			f.Places = append(f.Places, form.Place{Table: n.Bang, Row: n.Dong, Tag: n.Tag, Label: n.Nhan})
		}
		out = append(out, f)
	}
	return out
}

// ruleCode begins the codes of faults of an employer's own rules.
const ruleCode = "RIENG-"

func (r LocalRule) basis() string {
	say := "Quy tắc riêng " + r.ID + " của đơn vị"
	if r.Dossier != "" {
		say += ", giữ từ hồ sơ " + r.Dossier + " bị trả lại"
	}
	return say
}
