package extract

import (
	"strings"
	"testing"

	"github.com/wireprint/wireprint/pkg/news"
)

func TestGuessLanguage(t *testing.T) {
	for _, tt := range []struct{ want, text string }{
		{"en", "A ferry burned at its berth on Monday and twelve people were taken to hospital, the coastguard said. The fire began in the engine room shortly before dawn."},
		{"fr", "Un ferry a brûlé lundi à quai et douze personnes ont été hospitalisées, ont annoncé les garde-côtes. Le feu s'est déclaré dans la salle des machines."},
		{"de", "Im Hafen ist am Montag eine Fähre ausgebrannt, zwölf Menschen kamen nach Angaben der Küstenwache ins Krankenhaus. Das Feuer brach im Maschinenraum aus."},
		{"es", "Un transbordador ardió el lunes en el puerto y doce personas fueron hospitalizadas, informó la guardia costera. El fuego comenzó en la sala de máquinas."},
		{"ru", "В понедельник у причала сгорел паром, двенадцать человек доставлены в больницу, сообщила береговая охрана. Пожар начался в машинном отделении."},
		{"zh", "周一，一艘渡轮在码头起火，十二人被送往医院，海岸警卫队说。大火于黎明前不久在机舱内开始燃烧，几分钟之内蔓延到了汽车甲板。"},
		{"ar", "احترقت عبارة في الميناء يوم الاثنين ونقل اثنا عشر شخصا إلى المستشفى، بحسب ما أعلن خفر السواحل. وبدأ الحريق في غرفة المحركات قبل الفجر."},
		{"ja", "月曜日、港に停泊していたフェリーが燃え、十二人が病院に運ばれたと沿岸警備隊が発表した。火は夜明け前に機関室から出た。"},
		{"", "It burned."},
		{"", ""},
	} {
		a := articleOf("", tt.text)
		if got := guessLanguage(&a); got != tt.want {
			t.Errorf("%q for %q", got, tt.text)
		}
	}
}

// Only the story tells the language, not what stands around it; and a sample
// that ends inside a character does no harm.
func TestGuessLanguageOfTheStory(t *testing.T) {
	const english = "A ferry burned at its berth on Monday and twelve people were taken to hospital, the coastguard said."
	a := articleOf("", strings.Repeat("Alle Rechte vorbehalten, weitere Nachrichten finden Sie hier. ", 20), english)
	a.Paragraphs[0].Role = news.RoleBoilerplate
	if got := guessLanguage(&a); got != "en" {
		t.Errorf("%q for an English story in a German page", got)
	}
	const russian = "В понедельник у причала сгорел паром, двенадцать человек доставлены в больницу, сообщила береговая охрана. " +
		"Пожар начался в машинном отделении незадолго до рассвета. Два матроса рассказали, что почувствовали запах дыма задолго " +
		"до того, как на автомобильной палубе сработала тревога, и что насосы на той неделе отказывали дважды."
	for pad := range 4 {
		b := articleOf("", strings.Repeat("x", pad)+russian)
		if got := guessLanguage(&b); got != "ru" {
			t.Errorf("%q for a Russian text behind %d letters", got, pad)
		}
	}
}
