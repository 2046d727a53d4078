// Package all makes every mẫu known by importing it. It holds nothing else;
// main, the console and tests import it for its effect.
package all

import (
	_ "ankhai/forms/c12ts"
	_ "ankhai/forms/c70ahd"
	_ "ankhai/forms/d01ts"
	_ "ankhai/forms/d02lt"
	_ "ankhai/forms/d03ts"
	_ "ankhai/forms/d05ts"
	_ "ankhai/forms/d06ts"
	_ "ankhai/forms/d09ts"
	_ "ankhai/forms/hsdklandau"
	_ "ankhai/forms/ivan04dk"
	_ "ankhai/forms/ivan05sd"
	_ "ankhai/forms/ivan06ng"
	_ "ankhai/forms/m01bhsb"
	_ "ankhai/forms/m01bhyt"
	_ "ankhai/forms/m05ahsb"
	_ "ankhai/forms/m09hsb"
	_ "ankhai/forms/m12hsb"
	_ "ankhai/forms/m13hsb"
	_ "ankhai/forms/m14hsb"
	_ "ankhai/forms/m2cbh"
	_ "ankhai/forms/mauso2"
	_ "ankhai/forms/mauso3"
	_ "ankhai/forms/mauso4"
	_ "ankhai/forms/nd14tk"
	_ "ankhai/forms/tk1ts"
	_ "ankhai/forms/tk3ts"
	_ "ankhai/forms/vb01dd"
)
