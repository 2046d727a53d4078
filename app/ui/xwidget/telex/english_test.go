package telex_test

import (
	"strings"
	"testing"

	"ankhai/app/ui/xwidget/telex"
)

// english are words that stand in Vietnamese files and notes of a personnel
// office. Every one comes through in Telex as it is typed.
const english = `
account action active add address admin adobe airport ajax android apple approve april asean
assign assistant association attach audio audit august backup bank barcode benefit bill blog bluetooth
board book bonus brand browser budget business button buyer byte cable calendar camera canada cancel
card carbon career catalog ceo certificate chairman change channel chart chat check chief chrome class
clear click client clinic close cloud club code coffee color column comment commit company computer
config connect consultant contact content contract control copy course covid create credit crystal
customer daily dashboard data database date deadline debit december default delete delivery department
deposit desktop detail developer device digital diploma direct director disable discount display
document dollar domain download draft drive driver ebook edit editor effect email employee enable
engineer enter enterprise entry error event excel exchange exit expert export express extra
facebook factory failed fax february feedback field file filter final finance firefox firm fitness
fix flash folder form format forum forward foxit freelancer friday full function gallery game gateway
general gmail golf google graphic group guest guide hacker handle hardware header health height hello
helper hidden history holiday home homepage hotel hotline html http icon identity image import inbox
income index info inside install insurance internet interview invoice ios iphone issue item january
java javascript job json june junior keyboard label laptop laser layout leader
learning level library license light limited line link live loading local lock
log logic login logistics logo logout machine mail manager manual march market marketing
material media medical meeting member message messenger method microsoft
microchip mobile model modem module monday money monitor mp3 multi name
network newsletter notebook notification number october office offline okay
online open operation option oracle order organization outlook output outsource owner package page
panel paper paragraph parking partner password patch payment paypal payroll pdf percent period
permission personal phone photo photoshop php picture pixel plan plastic platform player plugin plus
pocket policy port postgres poster powerpoint premium present preview price print printer priority
private process product profile program project proxy public purchase quality query quota radio
ranking reader receipt record recovery recruit refresh register reject
related release remark remote rename reply report request required research
restore resume retail return revenue review reward salary sales sample satellite
saturday save scan schedule school score screen script search section security select seller senior
september serial server service session setting setup shared sheet shift shipping shop shopping
showroom sign signature simple site skype slide slot smart sms social
software solution source spam special speed spreadsheet staff standard start startup statement
station status storage store story street string studio style subject submit subscribe
success summary sunday supermarket supplier support survey switch system table tablet team technical
telephone template terminal text thursday ticket tiktok title token tool
topic toolbar touch tower track trading traffic training transfer travel trial twitter type
undo unicode unit unlock update upgrade upload url user username
utility vacation value version video viewer voucher wallpaper
warehouse warning watch web webcam website wednesday week weekend whatsapp wholesale widget width wifi
window windows wireless wizard word workbook worker workflow working workshop world
xml yahoo youtube zalo zoom zone usb ubnd vat vnpt html5 win11`

func TestEnglishComesThrough(t *testing.T) {
	n := 0
	for _, w := range strings.Fields(english) {
		n++
		for _, k := range []string{w, strings.ToUpper(w[:1]) + w[1:]} {
			if got := typed(telex.Typer{Mode: telex.Telex}, k); got != k {
				t.Errorf("%s comes out as %s", k, got)
			}
			if got := typed(telex.Typer{Mode: telex.VNI}, k); got != k {
				t.Errorf("%s comes out of VNI as %s", k, got)
			}
		}
	}
	t.Logf("%d words", n)
}

// A word of another language whose keys make a Vietnamese syllable stays that
// syllable; the key twice gives the letter, as everywhere in Telex.
func TestAnEnglishWordThatIsVietnameseToo(t *testing.T) {
	for keys, want := range map[string]string{"test": "tét", "tesst": "test", "misa": "mía", "missa": "misa", "max": "mã", "maxx": "max", "roww": "row", "theme": "thêm", "themee": "theme", "visa": "vía", "vissa": "visa"} {
		if got := typed(telex.Typer{Mode: telex.Telex}, keys); got != want {
			t.Errorf("%s gives %s, want %s", keys, got, want)
		}
	}
}
