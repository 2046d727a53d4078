package telex

import "strings"

// place is a syllable of a name that the rules do not know.
type place struct {
	word
	bears int // the letter with the tone
}

// places are the syllables with marks of communes, districts, peoples and families of the
// highlands, of today and of before, that are not written by the rules. Only what
// is on this list is let through, so that English words stay what they are.
var places = placeList(`
avương bhăng bhốk blà blô blứ broăi brâu buăn búk bă băh choáh chrôh clây conkđe cuôr djrăng
dliê drênh drót drô drông drăm drăng drơng drắk dêr dêê dăh dơk grăng hbông hlốp hmông hrê hrú
hđang hđrung jlơi jút jơ kbô kdăm khlá khăl khươl klông kmrâng kmút kmăl knuếc knốp knớ kpăng
kpạ kriêng krái krêl króa krôm krông krăi krẹ kuêh kuăng lêê miầu mlăh mnông mrơn môl măih mđhur
nguơn ngọk nuôl phlạo piơr plô plông pnôn pnông pré prông pék púch púk păh păl pơnan pơơ pưh pốk
rcăm rsươm rtô rvê rốk sró srônh sôr sơmei tíh tóh tôr tẻh vaxơ vàl xiêr xrê xtiêng yiêng yông
niê kpă êban mlô byă bhơm kbuôr
yă zuôih zà êbur êwi êê đakrông đgiéh đliê đrắk`)

func placeList(words string) (out []place) {
	for _, s := range strings.Fields(words) {
		w, _ := read([]rune(s))
		p := place{word: w, bears: -1}
		i := 0
		for _, r := range s {
			if _, t := split(r); t != ngang {
				p.bears = i
			}
			i++
		}
		out = append(out, p)
	}
	return out
}
