package hoso

// AtHand is the dossier that is open, with its title; "" for none.
func (p *Page) AtHand() (id, title string) {
	if p.open == nil {
		return "", ""
	}
	return p.open.id, p.open.view.Title
}

// ToHandOut are the dossiers to hand out to be signed: the one that is open, else those
// that are ticked.
func (p *Page) ToHandOut() []string {
	if p.open != nil {
		return []string{p.open.id}
	}
	return idsOf(p.list.ticked())
}
